<#import "board.ftl" as b>
<#import "result.ftl" as r>
<dl class="counts">
  <div><dt>${words.passed}</dt><dd class="num">${stats.passed}</dd></div>
  <div><dt>${words.failed}</dt><dd class="num">${stats.failed}</dd></div>
  <div><dt>${words.notGradable}</dt><dd class="num">${stats.notGradable}</dd></div>
  <div><dt>${words.notGraded}</dt><dd class="num">${stats.notGraded}</dd></div>
</dl>
<#if !stats.enough><p class="unmeasured">Sizes and failures are shown once ${fewest} submissions are graded: fewer would show individuals.</p></#if>
<#list stats.plots as p>
<h2 id="${p.anchor}">Sizes<#if stats.plots?size gt 1> of ${p.image}</#if></h2>
<figure class="strip">
  <svg width="100%" height="${p.plot.height}" role="img" aria-labelledby="${p.anchor}-t ${p.anchor}-d">
    <title id="${p.anchor}-t">Sizes of ${p.count} images on a logarithmic scale</title>
    <desc id="${p.anchor}-d">${p.plot.summary}; ${p.plot.within} of ${p.count} within the limit.</desc>
    <#if p.plot.limit gte 0><rect class="size__sea" x="0" y="14" width="${p.plot.limit}%" height="${p.plot.baseline - 14}"/></#if>
    <line class="size__axis" x1="0" x2="100%" y1="${p.plot.baseline}" y2="${p.plot.baseline}"/>
    <#list p.plot.ticks as t><line class="size__tick" x1="${t.x}%" x2="${t.x}%" y1="${p.plot.baseline}" y2="${p.plot.baseline + 6}"/><text class="size__label" x="${t.x}%" y="${p.plot.baseline + 22}" text-anchor="middle">${t.label}</text></#list>
    <#if p.plot.starter gte 0><line class="size__starter" x1="${p.plot.starter}%" x2="${p.plot.starter}%" y1="14" y2="${p.plot.baseline}"/></#if>
    <#if p.plot.reference gte 0><line class="size__reference" x1="${p.plot.reference}%" x2="${p.plot.reference}%" y1="14" y2="${p.plot.baseline}"/></#if>
    <#if p.plot.limit gte 0><line class="size__limit" x1="${p.plot.limit}%" x2="${p.plot.limit}%" y1="10" y2="${p.plot.baseline}"/><circle class="size__ring" cx="${p.plot.limit}%" cy="8" r="6"/></#if>
    <#list p.plot.dots as d><#if d.over><rect class="dot dot--over" x="${d.x}%" y="${d.y - 4}" width="8" height="8" transform="translate(-4 0)"/><#else><circle class="dot" cx="${d.x}%" cy="${d.y}" r="4.6"/></#if></#list>
  </svg>
  <figcaption>
    <ul class="legend">
      <li><span class="key key--within" aria-hidden="true"></span>within the limit: <strong class="num">${p.plot.within}</strong></li>
      <li><span class="key key--above" aria-hidden="true"></span>above: <strong class="num">${p.count - p.plot.within}</strong></li>
      <#if p.plot.limitText?has_content><li><span class="key key--limit" aria-hidden="true"></span>limit <strong class="num">${p.plot.limitText}</strong></li></#if>
      <#if p.plot.referenceText?has_content><li><span class="key key--reference" aria-hidden="true"></span>reference <strong class="num">${p.plot.referenceText}</strong></li></#if>
      <#if p.plot.starterText?has_content><li><span class="key key--starter" aria-hidden="true"></span>starter <strong class="num">${p.plot.starterText}</strong></li></#if>
    </ul>
    <p>${p.plot.summary?cap_first}.</p>
    <details class="fold fold--data"><summary>The numbers<#if stats.plots?size gt 1> of ${p.image}</#if></summary>
    <div class="scroll" tabindex="0" role="group" aria-label="Sizes of ${p.count} images<#if stats.plots?size gt 1> of ${p.image}</#if>"><table class="data"><thead><tr><th scope="col">Images</th><th scope="col" class="right">Size</th><th scope="col" class="right">Bytes</th></tr></thead><tbody>
    <#list p.plot.rows as row><tr><td><#if row.mark><strong>${row.name}</strong><#else>${row.name}</#if></td><td class="right num">${row.size}</td><td class="right num">${row.bytes}</td></tr></#list>
    </tbody></table></div></details>
  </figcaption>
</figure>
</#list>
<#if stats.failures?has_content>
<h2 id="failures">What most get wrong</h2>
<ol class="bars">
<#list stats.failures as f><li><span class="bars__name"><#if f.href?has_content><a href="${root}${f.href}">${f.id} ${f.title}</a><#else>${f.id} ${f.title}</#if></span><span class="bars__count num">${f.count}</span><svg width="100%" height="12" aria-hidden="true" focusable="false"><rect class="bars__all" x="0" y="0" width="100%" height="12"/><rect class="bars__bar" x="0" y="0" width="${f.width}%" height="12"/></svg></li></#list>
</ol>
</#if>
<@b.board id="board" title="Lightest hulls" what="Size" places=lightest/>
<@b.board id="reductions" title="Largest reductions" what="Taken off" places=reductions/>
<#if entries?has_content>
<h2 id="submissions">Submissions</h2>
<div class="scroll" tabindex="0" role="group" aria-label="Submissions"><table class="data data--words"><thead><tr><th scope="col">Student</th><th scope="col">State</th><th scope="col" class="right">Points</th><th scope="col" class="right">Size</th><th scope="col">Cause, or first failure</th></tr></thead><tbody>
<#list entries as e><tr><td><a href="${e.href}">${e.name}</a></td><td><span class="cell cell--${e.cell.state}"><span aria-hidden="true">${e.cell.symbol}</span> ${e.cell.word}</span><#if e.cell.note?has_content> <span class="soft">${e.cell.note}</span></#if></td><td class="right num">${e.cell.points}</td><td class="right num">${e.size}</td><td><@r.rich e.words/></td></tr></#list>
</tbody></table></div>
<#if stats.notGraded gt 0><p>“Not graded” is the grader's own trouble and never a zero. Run the same <code>drydock batch</code> command on the same run folder again: it grades only what is missing.</p></#if>
</#if>
