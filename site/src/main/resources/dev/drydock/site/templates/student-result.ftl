<#import "result.ftl" as r>
<p class="byline">${student} · <a href="${page}">the exercise</a></p>
<#if rank?has_content><p class="rank">${rank}</p></#if>
<#if notes?has_content><div class="callout">
<#if points?has_content><p class="callout__title">${points} count</p></#if>
<#list notes as note><p>${note}</p>
</#list></div></#if>
<@r.submission result/>
<#if attempts?size gt 1>
<h2 id="attempts">Attempts</h2>
<div class="scroll" tabindex="0" role="group" aria-label="Attempts"><table class="data data--narrow"><thead><tr><th scope="col">When (UTC)</th><th scope="col">Result</th><th scope="col" class="right">Points</th></tr></thead><tbody>
<#list attempts as a><tr><td class="num">${a.at}</td><td><span class="cell cell--${a.cell.state}"><span aria-hidden="true">${a.cell.symbol}</span> ${a.cell.word}</span><#if a.cell.note?has_content> <span class="soft">${a.cell.note}</span></#if></td><td class="right num">${a.cell.points}</td></tr>
</#list>
</tbody></table></div>
</#if>
