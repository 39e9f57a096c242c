// How long the backend may take before the page says so.
const PATIENCE = 5000;

/** The backend's two calls. Whatever goes wrong becomes an Error whose message can be shown. */
export function createApi(baseUrl, patience = PATIENCE) {
  const url = `${baseUrl.replace(/\/+$/, '')}/messages`;

  async function call(options) {
    let response;
    try {
      response = await fetch(url, { ...options, signal: AbortSignal.timeout(patience) });
    } catch {
      throw new Error(`The backend at ${baseUrl} does not answer.`);
    }
    const body = await response.json().catch(() => null);
    if (!response.ok || body === null) {
      throw new Error(body?.error ?? `The backend answered with status ${response.status}.`);
    }
    return body;
  }

  return {
    list: () => call(),
    post: (text) =>
      call({
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ text }),
      }),
  };
}
