<#import "result.ftl" as r>
<p class="byline">${student} · <a href="${page}">the exercise</a></p>
<#if rank?has_content><p class="rank">${rank}</p></#if>
<@r.submission result/>
