// Optional: a QR code on a receipt brings its code after the "#", which no server is told. It is taken out of the address,
// so that it does not stay in the window's history, and looked up as if it had been typed.
{
  const form = document.querySelector('form[action="/receipt"]');
  const look = () => {
    const [, code] = /^#([A-Z0-9]{8})$/.exec(location.hash) || [];
    if (!code) return;
    history.replaceState(null, "", location.pathname + location.search);
    form.elements.receipt.value = code;
    form.submit();
  };
  addEventListener("hashchange", look);
  look();
}
