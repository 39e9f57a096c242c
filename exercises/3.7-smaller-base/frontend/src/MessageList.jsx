import { ago } from './board.js';

export function MessageList({ messages, now }) {
  if (messages === null) {
    return <p>Asking for messages…</p>;
  }
  if (messages.length === 0) {
    return <p>Nobody has written anything yet.</p>;
  }
  return (
    <ol>
      {messages.map((message) => (
        <li key={message.id}>
          <p>{message.text}</p>
          <time dateTime={message.posted}>{ago(message.posted, now)}</time>
        </li>
      ))}
    </ol>
  );
}
