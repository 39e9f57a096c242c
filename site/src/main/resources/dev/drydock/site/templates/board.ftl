<#-- A leaderboard: places of those who asked to be listed. -->
<#macro board id title what places>
<#if places?has_content>
<h2 id="${id}">${title}</h2>
<p class="soft">Only those who asked to be listed, and only submissions that passed.</p>
<div class="scroll" tabindex="0" role="group" aria-label="${title}"><table class="data data--narrow"><thead><tr><th scope="col" class="right">Place</th><th scope="col">Who</th><th scope="col" class="right">${what}</th></tr></thead><tbody>
<#list places as p><tr><td class="right num">${p.rank}</td><td>${p.name}</td><td class="right num">${p.value}</td></tr></#list>
</tbody></table></div>
</#if>
</#macro>
