import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFeed, readFeeds } from '../server/feeds.js';

test('every bundled feed can be read', async () => {
  const feeds = await readFeeds();
  assert.deepEqual(feeds.map((feed) => feed.title), ['Arrivals', 'From the dry dock', 'Weather at the pier']);
  assert.ok(feeds.every((feed) => feed.entries.length > 0));
});

test('the newest entry comes first', async () => {
  for (const { entries } of await readFeeds()) {
    const days = entries.map((entry) => entry.published);
    assert.deepEqual(days, days.toSorted().toReversed());
  }
});

test('a feed with one entry is a feed', () => {
  const item = '<item><title>Fog</title><link>x</link><pubDate>Mon, 09 Mar 2026 17:00:00 GMT</pubDate></item>';
  const { entries } = parseFeed(`<rss><channel><title>One</title>${item}</channel></rss>`);
  assert.equal(entries[0].published, '2026-03-09T17:00:00.000Z');
});

test('what is no feed is refused', () => {
  assert.throws(() => parseFeed('<html><body/></html>'), /want an RSS or an Atom feed/);
  assert.throws(() => parseFeed('<rss><channel>'));
});
