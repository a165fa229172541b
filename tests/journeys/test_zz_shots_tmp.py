import asyncio, pytest
from datetime import timedelta
from services.intake.domain.channels import Laid
from services.intake.operations.open_channel import open_channels
from shared.kit.clock import now
from tests.journeys.test_channels import *
from tests.journeys.conftest import *
from tests.support.demo import plan
async def test_shots(served, planner):
    made = await served.one("SELECT id FROM intake.campaign")
    laid=[Laid("group","Friedenskirche Sterkrade","Seniorenkreis am Mittwoch"),Laid("poster","Bäckerei am Kleinen Markt","",now().date(),now().date()+timedelta(days=9)),Laid("kiosk","Wochenmarkt, Stand 4"),Laid("department","Fachbereich Stadtplanung")]
    await served.database("intake").run(lambda s: open_channels(s, made, laid, now()-timedelta(days=20)))
    async with served.owner.transaction() as s:
        from sqlalchemy import text
        await s.execute(text("UPDATE intake.campaign SET opens_at = now() - interval '30 days'"))
        await s.execute(text("INSERT INTO intake.visit SELECT id, current_date - 12, 40 + 30*length(place)%50, 20 FROM intake.channel"))
    for _ in range(7): await served.respond()
    base=await demo_base(served); ch=await served.one("SELECT id::text FROM intake.channel WHERE place LIKE 'Bäck%'")
    for name,vp in (("desk",DESK),("phone",PHONE)):
        page=await planner(base,viewport=vp)
        for n,p in (("overview",base),("channels",base+"/channels"),("new",base+"/channels/new"),("one",f"{base}/channels/{ch}"),("print",base+"/print")):
            await page.goto(p); await page.screenshot(path=f"/tmp/kit/s-{name}-{n}.png",full_page=True)
        await page.goto(base+"/channels/new"); await page.get_by_text("Aus einer Tabelle").click()
        await page.get_by_label("Datei").set_input_files([{"name":"orte.csv","mimeType":"text/csv","buffer":LIST.encode()}])
        await page.get_by_role("button",name="Ansehen").click(); await page.screenshot(path=f"/tmp/kit/s-{name}-preview.png",full_page=True)
