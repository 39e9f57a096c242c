<#import "result.ftl" as r>
<!DOCTYPE html>
<html lang="en" class="no-js">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<#if hidden><meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex, nofollow">
</#if>
<meta name="color-scheme" content="light dark">
<title><#if kind == "home">${title}<#else>${title} · ${site}</#if></title>
<meta name="description" content="${description}">
<#if !hidden><meta property="og:type" content="<#if kind == "home">website<#else>article</#if>">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta property="og:site_name" content="${site}">
</#if>
<link rel="icon" href="${root}assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${root}assets/drydock.css">
<script src="${root}assets/drydock.js"></script>
</head>
<body class="kind-${kind}" data-root="${root}">
<a class="skip" href="#main">Skip to the content</a>
<header class="masthead">
  <div class="masthead__in">
    <a class="brand" href="${root}index.html"><@r.mark/> ${site}</a>
    <#if !secret>
    <div class="search" data-search-box hidden>
      <label class="visually-hidden" for="search">Search the workbook</label>
      <input id="search" type="text" enterkeyhint="search" placeholder="Search" autocomplete="off" spellcheck="false" role="combobox" aria-expanded="false" aria-controls="search-results" aria-autocomplete="list">
      <ul id="search-results" class="search__results" role="listbox" aria-label="Search results" hidden></ul>
      <p class="visually-hidden" aria-live="polite" data-search-status></p>
    </div>
    <a class="menu" href="#nav">Menu</a>
    </#if>
    <@r.themeButton/>
  </div>
</header>
<div class="frame<#if nav?size == 0> frame--bare</#if>">
<#if nav?size gt 0>
<nav id="nav" class="side" aria-label="Site" tabindex="-1">
  <a class="side__close" href="#main">Close the menu</a>
  <#list nav as group>
  <p class="side__title">${group.title}</p>
  <ul>
    <#list group.items as item><li><a href="${root}${item.path}"<#if item.current> aria-current="page"<#elseif item.within> aria-current="true"</#if>>${item.title}</a></li></#list>
  </ul>
  </#list>
</nav>
</#if>
<main id="main" class="page" tabindex="-1">
  <#if crumbs?has_content>
  <nav class="crumbs" aria-label="Where you are"><ol><#list crumbs as c><li><a href="${root}${c.path}">${c.title}</a></li></#list></ol></nav>
  </#if>
  <#if toc?size gt 2>
  <details class="toc" data-toc><summary>On this page</summary>
    <nav aria-label="On this page"><ul><#list toc as h><li class="toc__${h.level}"><a href="#${h.id}">${h.text}</a></li></#list></ul></nav>
  </details>
  </#if>
  <article<#if !hidden> data-search</#if>>
  <#if kind != "home"><h1>${title}</h1></#if>
  <@body/>
  </article>
  <#if previous?? || next??>
  <nav class="around" aria-label="Previous and next">
    <#if previous??><a class="around__prev" href="${root}${previous.path}" rel="prev"><span>Previous</span> ${previous.title}</a></#if>
    <#if next??><a class="around__next" href="${root}${next.path}" rel="next"><span>Next</span> ${next.title}</a></#if>
  </nav>
  </#if>
</main>
</div>
<footer class="foot"><div class="foot__in">
  <p>${site}: images, hauled out and inspected.<#if updated?has_content> Last updated <time datetime="${updated}">${updated}</time>.</#if></p>
</div></footer>
</body>
</html>
