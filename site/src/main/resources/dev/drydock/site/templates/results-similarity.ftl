<pre class="wrapped">${text}</pre>
