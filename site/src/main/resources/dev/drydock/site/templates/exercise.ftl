${text}
<section class="asked">
<h2 id="what-is-graded">What is graded <a class="anchor" href="#what-is-graded" aria-label="Link to the section What is graded">#</a></h2>
<#list asked as image>
<#if asked?size gt 1><h3>${image.image}</h3></#if>
<#if image.rules?has_content>
<div class="scroll" tabindex="0" role="group" aria-label="Checks of ${image.image}"><table class="data"><thead><tr><th scope="col">Check</th><th scope="col">Asks for</th><th scope="col">Here</th><th scope="col" class="right">Points</th></tr></thead><tbody>
<#list image.rules as rule><tr><td><#if rule.href?has_content><a href="${root}${rule.href}">${rule.id}</a><#else>${rule.id}</#if></td><td>${rule.title}</td><td>${rule.limit}</td><td class="right num">${rule.points}</td></tr></#list>
</tbody></table></div>
</#if>
</#list>
<p>All of these are required. Every other check that applies runs too and gives advice.</p>
<#if solution?has_content><p><a href="${root}${solution}">The reference solution</a></p></#if>
</section>
