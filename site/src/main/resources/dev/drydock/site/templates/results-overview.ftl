<#import "board.ftl" as b>
<p>${rows?size} ${(rows?size == 1)?then("student", "students")}, ${columns?size} ${(columns?size == 1)?then("exercise", "exercises")}. <#if named>Names are shown: this folder is not for publishing.<#else>Names are pseudonyms.</#if></p>
<div class="scroll matrix" tabindex="0" role="group" aria-label="Results by student and exercise">
<table>
<thead><tr><th scope="col" class="matrix__corner">Student</th><#list columns as c><th scope="col"><a href="${c.href}">${c.id}</a><span class="matrix__title">${c.title}</span></th></#list><th scope="col" class="right">Passed</th></tr></thead>
<tbody>
<#list rows as row><tr><th scope="row"><#if row.href?has_content><a href="${row.href}">${row.name}</a><#else>${row.name}</#if></th><#list row.cells as c><td><#if c.href?has_content><a class="cell cell--${c.state}" href="${c.href}"><span aria-hidden="true">${c.symbol}</span> ${c.word}</a><#else><span class="cell cell--${c.state}"><span aria-hidden="true">${c.symbol}</span> ${c.word}</span></#if><#if named && c.points?has_content> <span class="num matrix__points">${c.points}</span></#if><#if named && c.note?has_content> <span class="soft">${c.note}</span></#if></td></#list><td class="right num">${row.passed} of ${columns?size}</td></tr>
</#list>
</tbody>
<tfoot><tr><th scope="row">Passed</th><#list columns as c><td class="num">${c.passed} of ${c.results}</td></#list><td></td></tr></tfoot>
</table>
</div>
<@b.board id="reductions" title="Largest reductions" what="Taken off the starter" places=reductions/>
<#if marks?has_content>
<h2 id="exports">Reports and exports</h2>
<ul>
<li><a href="${similarity}">Dockerfiles that are alike</a></li>
<li><a href="${marks}" download>All marks as CSV</a></li>
</ul>
<p>For Moodle, Canvas, Gradescope and others there is <code>drydock export</code>.</p>
</#if>
