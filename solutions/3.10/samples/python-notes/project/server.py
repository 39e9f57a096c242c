"""Serves a folder of Markdown notes as web pages."""

import html
import os
import pathlib
import signal
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import markdown

NOTES = pathlib.Path(__file__).resolve().parent / "notes"


def pages():
    """Every note as a page, by its name."""
    return {
        note.stem: markdown.markdown(note.read_text(encoding="utf-8"))
        for note in sorted(NOTES.glob("*.md"))
    }


PAGES = pages()


def front_page():
    names = (html.escape(name) for name in PAGES)
    items = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in names)
    return f"<h1>Notes</h1>\n<ul>{items}</ul>"


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        name = self.path.partition("?")[0].strip("/")
        body = PAGES.get(name) if name else front_page()
        status = 200 if body else 404
        content = (body or "<h1>No such note</h1>").encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


def main():
    server = ThreadingHTTPServer(("0.0.0.0", int(os.environ.get("PORT", "8000"))), Handler)

    def stop(*_):
        # from another thread: shutdown waits for the loop that is running in this one
        threading.Thread(target=server.shutdown).start()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    print(f"{len(PAGES)} notes on port {server.server_port}", flush=True)
    server.serve_forever()
    server.server_close()


if __name__ == "__main__":
    sys.exit(main())
