"""What goes on paper: QR codes that scan, and accessible PDFs set by Typst."""
