import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { createServer } from 'vite';

// Vite turns the components into something Node can run, the way it does for the browser.
let vite;
let App;
let MessageList;

before(async () => {
  vite = await createServer({ appType: 'custom', logLevel: 'error', server: { middlewareMode: true, ws: false } });
  ({ App } = await vite.ssrLoadModule('/src/App.jsx'));
  ({ MessageList } = await vite.ssrLoadModule('/src/MessageList.jsx'));
});

after(() => vite.close());

const html = (component, props) => renderToStaticMarkup(createElement(component, props));

test('the page has its title, a labelled field, and says that it is asking', () => {
  const page = html(App, { api: {} });
  assert.match(page, /<h1>Drydock messages<\/h1>/);
  assert.match(page, /<label for="text">Your message<\/label><textarea id="text"/);
  assert.match(page, /Asking for messages…/);
});

test('an empty board says so', () => {
  assert.match(html(MessageList, { messages: [] }), /Nobody has written anything yet/);
});

test('a message is text, whatever is in it', () => {
  const messages = [{ id: 1, text: '<script>alert(1)</script>', posted: '2026-05-04T12:00:00Z' }];
  const list = html(MessageList, { messages, now: Date.parse('2026-05-04T12:01:00Z') });
  assert.match(list, /&lt;script&gt;alert\(1\)&lt;\/script&gt;/);
  assert.match(list, /<time dateTime="2026-05-04T12:00:00Z">1 minute ago<\/time>/);
});
