<#import "result.ftl" as r>
<p class="lede"><@r.rich requirement/></p>
<p class="check-id"><code>${id}</code> · <code>${name}</code></p>
${text}
<#if uses?has_content>
<h2 id="asked-in">Asked in <a class="anchor" href="#asked-in" aria-label="Link to the section Asked in">#</a></h2>
<ul><#list uses as u><li><a href="${root}${u.href}">${u.title}</a> (${u.words})</li></#list></ul>
</#if>
