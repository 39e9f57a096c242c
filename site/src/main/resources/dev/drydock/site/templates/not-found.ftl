<p>There is no page at this address: perhaps it was mistyped, or the page has a new name. The navigation leads to everything in the workbook, and the search finds its pages by their words.</p>
