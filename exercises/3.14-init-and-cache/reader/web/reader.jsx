import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import './style.css';

function Entry({ title, link, summary, published }) {
  return (
    <article>
      <h3>
        <a href={link}>{title}</a>
      </h3>
      <time dateTime={published}>{new Date(published).toLocaleString()}</time>
      <p>{summary}</p>
    </article>
  );
}

function Feed({ title, entries }) {
  return (
    <section>
      <h2>{title}</h2>
      {entries.map((entry) => (
        <Entry key={entry.link} {...entry} />
      ))}
    </section>
  );
}

function Reader() {
  const [feeds, setFeeds] = useState([]);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    fetch('/feeds')
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText))))
      .then(setFeeds, (error) => setProblem(error.message));
  }, []);
  return (
    <>
      <h1>Today at the harbour</h1>
      {problem && <p role="alert">The feeds cannot be read: {problem}</p>}
      {feeds.map((feed) => (
        <Feed key={feed.title} {...feed} />
      ))}
    </>
  );
}

render(<Reader />, document.getElementById('reader'));
