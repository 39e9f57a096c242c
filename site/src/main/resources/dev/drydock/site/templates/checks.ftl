${text}
<#list families as f>
<section>
<h2 id="${anchors[f?index]}">${f.title} <a class="anchor" href="#${anchors[f?index]}" aria-label="Link to the section ${f.title}">#</a></h2>
<p class="soft">${f.words?cap_first}.</p>
<ul class="checklist"><#list f.items as c><li><a href="${c.href}"><span class="cid">${c.id}</span> ${c.title}</a> <code class="checklist__name">${c.name}</code></li></#list></ul>
</section>
</#list>
