import { readdir, readFile } from 'node:fs/promises';
import { XMLParser } from 'fast-xml-parser';

const FEEDS = new URL('../feeds/', import.meta.url);

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  isArray: (name) => name === 'item' || name === 'entry',
});

/** All feeds that come with the program, each with its newest entry first. */
export async function readFeeds(folder = FEEDS) {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.xml')).sort();
  return Promise.all(
    names.map(async (name) => {
      try {
        return parseFeed(await readFile(new URL(name, folder), 'utf8'));
      } catch (error) {
        throw new Error(`${name}: ${error.message}`, { cause: error });
      }
    }),
  );
}

/** Reads RSS 2.0 or Atom. */
export function parseFeed(xml) {
  const { rss, feed } = parser.parse(xml, true);
  const parsed = rss ? ofRss(rss.channel) : feed ? ofAtom(feed) : undefined;
  if (!parsed) {
    throw new Error('want an RSS or an Atom feed');
  }
  parsed.entries.sort((a, b) => b.published.localeCompare(a.published));
  return parsed;
}

function ofRss({ title, item = [] }) {
  const entries = item.map((one) => entry(one.title, one.link, one.description, one.pubDate));
  return { title, entries };
}

function ofAtom({ title, entry: entries = [] }) {
  return {
    title,
    entries: entries.map((one) => entry(one.title, one.link.href, one.summary, one.updated)),
  };
}

function entry(title, link, summary, published) {
  const day = new Date(published);
  if (Number.isNaN(day.getTime())) {
    throw new Error(`no date: ${published}`);
  }
  return { title, link, summary, published: day.toISOString() };
}
