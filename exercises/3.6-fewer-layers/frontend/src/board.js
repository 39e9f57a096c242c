/** As the backend has it. */
export const MAX_LENGTH = 500;

/** Why a text cannot be posted, or null when it can. */
export function problemWith(text) {
  const length = [...text.trim()].length;
  if (length === 0) {
    return 'Write something first.';
  }
  return length > MAX_LENGTH ? `${length - MAX_LENGTH} characters too many.` : null;
}

/** Newest first. Messages that both lists have are there once. */
export function merge(known, arrived) {
  const byId = new Map([...known, ...arrived].map((message) => [message.id, message]));
  return [...byId.values()].sort((a, b) => b.id - a.id);
}

const STEPS = [
  [60, 'second'],
  [60, 'minute'],
  [24, 'hour'],
  [Infinity, 'day'],
];

/** "3 minutes ago", in English as the rest of the page. */
export function ago(posted, now = Date.now()) {
  let amount = Math.max(0, Math.round((now - Date.parse(posted)) / 1000));
  for (const [next, unit] of STEPS) {
    if (amount < next) {
      return new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(-amount, unit);
    }
    amount = Math.floor(amount / next);
  }
  return '';
}
