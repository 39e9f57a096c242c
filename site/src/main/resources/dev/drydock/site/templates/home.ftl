<div class="hero">
  <div>
    <h1>An image should float</h1>
    ${text}
  </div>
  <svg class="hero__pic" viewBox="0 56 420 200" aria-hidden="true" focusable="false">
    <rect class="hero__sea" x="0" y="96" width="420" height="164"/>
    <path class="hero__hull hero__hull--deep" d="M18 78h120c-4 70-16 128-34 146H52C34 206 22 148 18 78z"/>
    <path class="hero__hull hero__hull--mid" d="M166 78h104c-4 42-13 72-28 84h-48c-15-12-24-42-28-84z"/>
    <path class="hero__hull hero__hull--light" d="M298 78h106c-5 17-13 27-25 31h-56c-12-4-20-14-25-31z"/>
    <path class="hero__line" d="M0 96h420"/>
    <g class="hero__marks"><path d="M10 136h12M10 176h12M10 216h12"/></g>
    <circle class="hero__ring" cx="351" cy="96" r="9"/>
  </svg>
</div>
<h2 id="exercises">Exercises</h2>
<#if cards?has_content>
<ol class="cards">
<#list cards as c>
<li class="card"><a class="card__link" href="${c.href}"><span class="card__id">${c.id}</span> <span class="card__title">${c.title}</span></a>
<p>${c.summary}</p>
<p class="card__meta"><#list c.images as i><code>${i}</code><#sep>, </#sep></#list><#if c.points?has_content> · ${c.points}</#if></p></li>
</#list>
</ol>
</#if>
<p class="more"><a href="checks/index.html">All ${checks} checks</a>, each with what it asks, why, and how to meet it.<#if descents?has_content> <a href="${descents}">All descents</a> in one picture: where each image starts, and where it ends.</#if> Words are explained in the <a href="glossary.html">glossary</a>.</p>
