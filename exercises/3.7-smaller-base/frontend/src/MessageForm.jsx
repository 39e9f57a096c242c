import { useState } from 'react';
import { problemWith } from './board.js';

export function MessageForm({ onPost }) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState(null);
  const [sending, setSending] = useState(false);

  async function submit(event) {
    event.preventDefault();
    const found = problemWith(text);
    setProblem(found);
    if (found) {
      return;
    }
    setSending(true);
    try {
      await onPost(text);
      setText('');
    } catch (error) {
      setProblem(error.message);
    } finally {
      setSending(false);
    }
  }

  return (
    <form onSubmit={submit}>
      <label htmlFor="text">Your message</label>
      <textarea
        id="text"
        rows="3"
        value={text}
        onChange={(event) => setText(event.target.value)}
        aria-invalid={problem !== null}
        aria-describedby="problem"
      />
      <p id="problem" role="status">
        {problem}
      </p>
      <button disabled={sending}>Post</button>
    </form>
  );
}
