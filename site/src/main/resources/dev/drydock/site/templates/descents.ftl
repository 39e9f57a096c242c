${text}
<figure class="fleet">
  <ul class="legend">
    <li><span class="key key--start" aria-hidden="true"></span>starter</li>
    <li><span class="key key--step" aria-hidden="true"></span>a step</li>
    <li><span class="key key--end" aria-hidden="true"></span>reference</li>
    <li><span class="key key--published" aria-hidden="true"></span>published figure</li>
  </ul>
  <ol class="fleet__rows">
  <#list chart.rows as r>
    <li><a href="#${r.anchor}">${r.title}</a> <span class="fleet__sizes num">${r.first} → <strong>${r.last}</strong><#if r.aboveBase> above the base</#if></span>
      <svg width="100%" height="26" aria-hidden="true" focusable="false"><#list chart.ticks as t><line class="fleet__tick" x1="${t.x}%" x2="${t.x}%" y1="0" y2="26"/></#list><line class="fleet__rope" x1="${r.to}%" x2="${r.from}%" y1="13" y2="13"/><#list r.published as x><circle class="fleet__published" cx="${x}%" cy="13" r="8"/></#list><#list r.steps as x><line class="fleet__step" x1="${x}%" x2="${x}%" y1="7" y2="19"/></#list><circle class="fleet__start" cx="${r.from}%" cy="13" r="5.5"/><circle class="fleet__end" cx="${r.to}%" cy="13" r="5.5"/></svg></li>
  </#list>
  </ol>
  <svg width="100%" height="24" aria-hidden="true" focusable="false"><#list chart.ticks as t><text class="size__label" x="${t.x}%" y="14" text-anchor="middle">${t.label}</text></#list></svg>
  <figcaption>
    <details class="fold fold--data"><summary>All numbers</summary>
    <div class="scroll" tabindex="0" role="group" aria-label="Sizes of all steps"><table class="data"><thead><tr><th scope="col">Step</th><th scope="col" class="right">Size</th><th scope="col" class="right">Bytes</th></tr></thead>
    <#list chart.rows as r><tbody><tr><th scope="rowgroup" colspan="3">${r.title}<#if r.aboveBase>, above the base</#if></th></tr><#list r.lines as l><tr><td>${l.published?then("published figure: ", "")}${l.name}</td><td class="right num">${l.size}</td><td class="right num">${l.bytes}</td></tr></#list></tbody></#list>
    </table></div></details>
  </figcaption>
</figure>
<#list sections as s>
<section>
<h2 id="${s.anchor}"><a class="plain" href="${s.href}">${s.title}</a> <a class="anchor" href="#${s.anchor}" aria-label="Link to the section ${s.title}">#</a></h2>
${s.pictures}
</section>
</#list>
