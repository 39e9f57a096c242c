// Reads every feed and says what is in it: `npm run check`. Ends with an error when one cannot be read.
import { readFeeds } from './feeds.js';

for (const { title, entries } of await readFeeds()) {
  console.log(`${title}: ${entries.length} entries, newest ${entries[0]?.published.slice(0, 10)}`);
}
