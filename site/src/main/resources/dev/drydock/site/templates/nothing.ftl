<p>Every student's pages have an address of their own, which only they and their teacher know.</p>
