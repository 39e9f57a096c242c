<#import "result.ftl" as r>
<p>One way that meets every check. Yours may be another.</p>
<#list files as f>
<h2 id="f${f?index}"><code>${f.path}</code></h2>
<div class="listing" data-copy><pre tabindex="0"><code><#list f.lines as l><@r.tokens l/>
</#list></code></pre></div>
</#list>
