<#ftl strip_text=true>
<#-- The load line: a ring cut by the waterline, painted on hulls to show how deep they may lie. -->
<#macro mark><svg class="mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" focusable="false"><circle cx="16" cy="16" r="9.5" fill="none" stroke="currentColor" stroke-width="3"/><path d="M1 16h30" fill="none" stroke="currentColor" stroke-width="3"/></svg></#macro>

<#macro themeButton><button type="button" class="theme" data-theme-toggle hidden aria-label="Switch between light and dark"><svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false"><circle cx="10" cy="10" r="7" fill="none" stroke="currentColor" stroke-width="2"/><path d="M10 3a7 7 0 0 1 0 14z" fill="currentColor"/></svg></button></#macro>

<#macro rich spans><#list spans as s><#if s.code><code>${s.text}</code><#else>${s.text}</#if></#list></#macro>

<#macro state c><span class="state state--${c.state}"><span aria-hidden="true">${c.symbol}</span> ${c.word}</span></#macro>

<#-- The four parts: requirement, measured against limit, where, next step; then the way into the workbook. -->
<#macro parts c>
<dl class="parts">
  <div><dt>Asked</dt><dd><@rich c.requirement/></dd></div>
  <#if c.measured?has_content><div><dt>Measured</dt><dd class="num"><strong>${c.measured}</strong><#if c.limit?has_content> <span class="against">against</span> ${c.limit}</#if></dd></div></#if>
  <#if c.message?has_content><div><dt>Found</dt><dd class="prewrap"><@rich c.message/></dd></div></#if>
  <#if c.where?has_content><div><dt>Where</dt><dd><#if c.whereHref?has_content><a href="${c.whereHref}">${c.where}</a><#else>${c.where}</#if></dd></div></#if>
  <#if c.hint?has_content><div class="parts__next"><dt>Next step</dt><dd class="prewrap"><@rich c.hint/></dd></div></#if>
  <div><dt>Read more</dt><dd><#if c.link?has_content><a href="${c.link}">${c.id}, ${c.title}</a><#else>workbook, page ${c.id}</#if></dd></div>
</dl>
</#macro>

<#macro submission result>
<div class="verdict verdict--${result.mood}">
  <p class="verdict__word"><span aria-hidden="true">${result.symbol}</span> ${result.verdict}</p>
  <p class="verdict__sum"><span class="num">${result.points}</span><#if result.required?has_content> · ${result.required}</#if></p>
  <#if result.message?has_content><p class="verdict__why prewrap"><@rich result.message/></p></#if>
</div>
<#if result.start??>
<section class="start start--${result.start.state}" aria-labelledby="${result.start.anchor}-start">
  <h2 id="${result.start.anchor}-start"><#if result.start.state == "advice">Worth a look<#else>Start here</#if></h2>
  <p class="start__title"><@state result.start/> <span class="cid">${result.start.id}</span> ${result.start.title}</p>
  <@parts result.start/>
</section>
</#if>
<#list result.images as image><@imageSection image=image count=result.images?size onTop=(result.start.anchor)!""/></#list>
<#if result.notes?has_content>
<details class="fold" open><summary>How the files were understood</summary>
<ul><#list result.notes as note><li>${note}</li></#list></ul></details>
</#if>
<#if result.ignoredFiles?has_content>
<details class="fold"><summary>Files left out of grading (${result.ignoredFiles?size})</summary>
<ul class="paths"><#list result.ignoredFiles as f><li><code>${f}</code></li></#list></ul></details>
</#if>
<#if result.environment?has_content>
<details class="fold"><summary>How it was graded</summary>
<dl class="facts"><#list result.environment as f><div><dt>${f.name}</dt><dd>${f.value}</dd></div></#list></dl></details>
</#if>
</#macro>

<#-- The check shown on top stays folded in the list. -->
<#macro imageSection image count onTop>
<section class="image" aria-labelledby="${image.anchor}">
  <h2 id="${image.anchor}"><#if count gt 1>Image <#else>The image </#if><span class="image__name">${image.name}</span></h2>
  <p class="tally">${image.tally}</p>
  <#if image.size??><@sizePicture image.size image.anchor/></#if>
  <h3 id="${image.anchor}-checks">Checks</h3>
  <ol class="checks">
  <#list image.checks?filter(c -> c.state != "na") as c>
    <#if c.anchor == onTop><@check c=c open=false/><#else><@repeated of=c><@check c=c open=c.open/></@repeated></#if>
  </#list>
  </ol>
  <#local apart=image.checks?filter(c -> c.state == "na")>
  <#if apart?has_content>
  <details class="fold"><summary>Checks that do not apply here (${apart?size})</summary>
  <ul class="apart">
  <#list apart as c><@repeated of=c>
    <li id="${c.anchor}"><span class="cid">${c.id}</span> <span><#if c.link?has_content><a href="${c.link}">${c.title}</a><#else>${c.title}</#if></span> <span><@rich c.message/></span></li></@repeated></#list>
  </ul></details>
  </#if>
  <#if image.dockerfile?has_content><@dockerfile image/></#if>
  <#if image.layers??><@layerPicture image.layers image.anchor/></#if>
  <#if image.savings?has_content>
  <h3 id="${image.anchor}-savings">What would make it lighter</h3>
  <ol class="savings">
    <#list image.savings as s><li><span class="savings__size num">−${s.size}</span> <span><@rich s.text/><#if s.where?has_content> (<#if s.whereHref?has_content><a href="${s.whereHref}">${s.where}</a><#else>${s.where}</#if>)</#if></span></li></#list>
  </ol>
  </#if>
  <#if image.heaviest?has_content>
  <details class="fold"><summary>Heaviest files of your own</summary>
  <div class="scroll" tabindex="0" role="group" aria-label="Heaviest files"><table class="data"><thead><tr><th scope="col">Path</th><th scope="col" class="right">Size</th></tr></thead><tbody>
  <#list image.heaviest as f><tr><td><code>${f.name}</code></td><td class="right num">${f.value}</td></tr></#list>
  </tbody></table></div></details>
  </#if>
  <#if image.buildLog?has_content><details class="fold"><summary>Last lines of the build</summary><pre class="log" tabindex="0" role="group" aria-label="Log of the build">${image.buildLog}</pre></details></#if>
  <#if image.runLog?has_content><details class="fold"><summary>Last lines of the container</summary><pre class="log" tabindex="0" role="group" aria-label="Log of the container">${image.runLog}</pre></details></#if>
</section>
</#macro>

<#macro check c open>
    <li><details class="check check--${c.state}" id="${c.anchor}"<#if open> open</#if>>
      <summary><@state c/> <span class="cid">${c.id}</span> <span class="check__title">${c.title}</span><#if !c.required> <span class="tag">advice only</span></#if><#if c.measured?has_content> <span class="check__measured num">${c.measured}</span></#if><#if c.points?has_content> <span class="check__points num">${c.points}</span></#if></summary>
      <@parts c/>
    </details></li>
</#macro>

<#macro dockerfile image>
<h3 id="${image.anchor}-dockerfile">${image.dockerfilePath}</h3>
<ol class="df">
<#list image.dockerfile as l>
<li id="${l.anchor}" class="df__line<#if l.notes?has_content> df__line--${(l.notes?filter(n -> n.state != "advice")?size gt 0)?then("failed", "advised")}</#if>"><span class="df__no" aria-hidden="true">${l.number}</span><code class="df__code"><@tokens l.tokens/></code><#if l.added?has_content><span class="df__added num" title="bytes this line adds to the image">+${l.added}</span></#if><#list l.notes as n><p class="df__note df__note--${n.state}"><@state n/> <a href="#${n.anchor}">${n.id}</a> <@rich (n.message?has_content)?then(n.message, n.requirement)/></p></#list></li>
</#list>
</ol>
</#macro>

<#macro tokens list><#list list as t><#if t.kind?has_content><span class="t-${t.kind}">${t.text}</span><#else>${t.text}</#if></#list></#macro>

<#-- One scale for the image, its limit and the starter. Percentages: the text keeps its size at any width. -->
<#macro sizePicture s anchor>
<figure class="size<#if s.over> size--over</#if>">
  <svg class="size__svg" width="100%" height="92" role="img" aria-labelledby="${anchor}-size-t ${anchor}-size-d">
    <title id="${anchor}-size-t">Size of the image on a logarithmic scale</title>
    <desc id="${anchor}-size-d">This image ${s.yoursText}<#if s.limitText?has_content>, limit ${s.limitText}</#if><#if s.starterText?has_content>, before ${s.starterText}</#if>.</desc>
    <#if s.limit gte 0><rect class="size__sea" x="0" y="20" width="${s.limit}%" height="40"/></#if>
    <line class="size__axis" x1="0" x2="100%" y1="60" y2="60"/>
    <#list s.ticks as t><line class="size__tick" x1="${t.x}%" x2="${t.x}%" y1="60" y2="66"/><text class="size__label" x="${t.x}%" y="82" text-anchor="middle">${t.label}</text></#list>
    <#if s.starter gte 0><line class="size__starter" x1="${s.starter}%" x2="${s.starter}%" y1="24" y2="60"/><#if s.starter gt s.yours><line class="size__lost" x1="${s.yours}%" x2="${s.starter}%" y1="40" y2="40"/></#if></#if>
    <#if s.limit gte 0><line class="size__limit" x1="${s.limit}%" x2="${s.limit}%" y1="6" y2="60"/><circle class="size__ring" cx="${s.limit}%" cy="13" r="6"/></#if>
    <circle class="size__yours" cx="${s.yours}%" cy="40" r="8"/>
  </svg>
  <figcaption>
    <ul class="legend">
      <li><span class="key key--yours" aria-hidden="true"></span>this image <strong class="num">${s.yoursText}</strong></li>
      <#if s.limitText?has_content><li><span class="key key--limit" aria-hidden="true"></span>limit <strong class="num">${s.limitText}</strong></li></#if>
      <#if s.starterText?has_content><li><span class="key key--starter" aria-hidden="true"></span>before <strong class="num">${s.starterText}</strong></li></#if>
    </ul>
    <#if s.verdict?has_content><p class="size__verdict">${s.verdict?cap_first}.</p></#if>
    <details class="fold fold--data"><summary>The numbers</summary><dl class="facts"><#list s.facts as f><div><dt>${f.name}</dt><dd class="num">${f.value} <span class="exact">${f.bytes} bytes</span></dd></div></#list></dl></details>
  </figcaption>
</figure>
</#macro>

<#macro layerPicture p anchor>
<h3 id="${anchor}-layers">Where the bytes are</h3>
<figure class="layers">
  <svg class="layers__all" width="100%" height="44" role="img" aria-labelledby="${anchor}-lay-t ${anchor}-lay-d">
    <title id="${anchor}-lay-t">Layers of the image by size</title>
    <desc id="${anchor}-lay-d"><#list p.rows as row>${row.base?then("base image", "layer " + row.number)} ${row.size}<#sep>, </#sep></#list>.</desc>
    <@hatch anchor + "-h"/>
    <#list p.rows as row><rect class="${row.base?then('seg seg--base', 'seg seg--' + row.number % 4)}" x="${row.x}%" y="2" width="${row.width}%" height="40"/><#if row.base><rect fill="url(#${anchor}-h-base)" x="${row.x}%" y="2" width="${row.width}%" height="40"/></#if></#list>
  </svg>
  <ol class="layers__rows">
  <#list p.rows as row>
    <li class="lrow<#if row.base> lrow--base</#if>">
      <span class="lrow__name"><#if row.base>${row.instruction}<#else><#if row.line gt 0><a href="#${anchor}-l${row.line}">line ${row.line}</a> </#if><code>${row.instruction}</code></#if></span>
      <span class="lrow__size num">${row.size}<#if row.wasted?has_content> <span class="lrow__waste">${row.wasted} wasted</span></#if></span>
      <svg class="lrow__bar" width="100%" height="10" aria-hidden="true" focusable="false"><rect class="${row.base?then('seg seg--base', 'seg seg--' + row.number % 4)}" x="0" y="0" width="${row.rowWidth}%" height="10"/><#if row.base><rect fill="url(#${anchor}-h-base)" x="0" y="0" width="${row.rowWidth}%" height="10"/></#if><#if row.rowWasted gt 0><rect class="waste" x="0" y="0" width="${row.rowWasted}%" height="10"/><rect fill="url(#${anchor}-h-waste)" x="0" y="0" width="${row.rowWasted}%" height="10"/></#if></svg>
    </li>
  </#list>
  </ol>
  <figcaption>
    <p>${p.total} in all, ${p.own} of it above the base<#if p.wasted?has_content>, <strong>${p.wasted} wasted</strong>: hidden by a later layer and still shipped</#if>. The base is hatched<#if p.wasted?has_content>, waste is crossed</#if>.</p>
    <details class="fold fold--data"><summary>The same as a table</summary>
    <div class="scroll" tabindex="0" role="group" aria-label="Layers of the image"><table class="data"><thead><tr><th scope="col">Layer</th><th scope="col">Instruction</th><th scope="col">Line</th><th scope="col" class="right">Bytes</th><th scope="col" class="right">Share</th><th scope="col" class="right">Wasted</th></tr></thead><tbody>
    <#list p.rows as row><tr><td>${row.base?then("base", row.number)}</td><td><code>${row.instruction}</code></td><td><#if row.line gt 0>${row.line}<#else>–</#if></td><td class="right num">${row.bytes}</td><td class="right num">${row.share}</td><td class="right num">${row.wasted?has_content?then(row.wasted, "–")}</td></tr></#list>
    </tbody></table></div></details>
  </figcaption>
</figure>
</#macro>

<#macro hatch id><defs><pattern id="${id}-base" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="hatch" x1="0" y1="0" x2="0" y2="7"/></pattern><pattern id="${id}-waste" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="cross" d="M0 0V6M0 0H6"/></pattern></defs></#macro>
