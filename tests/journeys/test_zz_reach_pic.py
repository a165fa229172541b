from tests.journeys.test_push import *
from tests.service.test_notify_post import *
async def test_pic(served, open_page):
    page = await thanked(open_page)
    await page.get_by_role("button", name="Ja, auf diesem Gerät").click()
    await page.wait_for_timeout(1500)
    await page.screenshot(path="/tmp/reach/push.png", full_page=True)
    await sign_in(served, "eda", "editor")
    await waiting(served); await waiting(served, name="B"); await take(served); await waiting(served, name="C")
    cookies=[{"name":c.name,"value":c.value,"url":served.address} for c in served.client.cookies.jar]
    await page.context.add_cookies(cookies)
    await page.goto("/staff/post"); await page.screenshot(path="/tmp/reach/post-phone.png", full_page=True)
    await assert_no_violations(page)
    await page.set_viewport_size({"width":1200,"height":900})
    await page.screenshot(path="/tmp/reach/post.png", full_page=True)
    from services.notify.web.pages import PAGES
    await page.set_viewport_size({"width":360,"height":740})
    for name, more in (("code", dict(receipt="AB3CD4EF",proof="",number="+4915123456789",typed="123",fault="code-wrong")),):
        await page.set_content(PAGES.render("code.html","tr",**more)); await page.screenshot(path=f"/tmp/reach/{name}.png", full_page=True)
