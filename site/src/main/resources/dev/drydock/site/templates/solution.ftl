<#import "result.ftl" as r>
<p>One way to meet every check. Yours may differ.</p>
<#list files as f>
<h2 id="f${f?index}"><code>${f.path}</code></h2>
<div class="listing" data-copy><pre tabindex="0"><code><#list f.lines as l><@r.tokens l/>
</#list></code></pre></div>
</#list>
