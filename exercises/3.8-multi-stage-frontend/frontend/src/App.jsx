import { useCallback, useEffect, useState } from 'react';
import { merge } from './board.js';
import { MessageForm } from './MessageForm.jsx';
import { MessageList } from './MessageList.jsx';

const REFRESH = 10_000;

export function App({ api }) {
  const [messages, setMessages] = useState(null);
  const [failure, setFailure] = useState(null);

  const take = useCallback((arrived) => {
    setMessages((known) => merge(known ?? [], arrived));
    setFailure(null);
  }, []);

  const refresh = useCallback(
    () => api.list().then(take, (error) => setFailure(error.message)),
    [api, take],
  );

  useEffect(() => {
    refresh();
    const timer = setInterval(refresh, REFRESH);
    return () => clearInterval(timer);
  }, [refresh]);

  return (
    <main>
      <h1>Drydock messages</h1>
      <MessageForm onPost={async (text) => take([await api.post(text)])} />
      {failure && (
        <p role="alert" className="failure">
          {failure} <button onClick={refresh}>Try again</button>
        </p>
      )}
      <MessageList messages={messages} />
    </main>
  );
}
