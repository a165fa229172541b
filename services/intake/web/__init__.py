"""The pages residents see, and the QR codes staff print."""
