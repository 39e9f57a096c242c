<p>There is no page at this address: perhaps it was mistyped, or the page has another name now. The navigation leads to everything in the workbook, and the search finds its pages by a word.</p>
