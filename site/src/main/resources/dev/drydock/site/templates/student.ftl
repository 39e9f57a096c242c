<p>In public tables you are <strong>${pseudonym}</strong>. Anyone who has the address of this page can read it: share it only with people who may.</p>
<ul class="mine">
<#list cells as c><li class="mine__item"><a href="${c.href}">${titles[c?index].title}</a> <span class="cell cell--${c.state}"><span aria-hidden="true">${c.symbol}</span> ${c.word}</span><#if c.points?has_content> <span class="num soft">${c.points} points</span></#if><#if c.note?has_content> <span class="soft">${c.note}</span></#if></li></#list>
</ul>
