<#if picture??>
<figure class="descent">
  <div class="descent__water"><svg width="100%" height="${picture.height}" role="img" aria-labelledby="${id}-t ${id}-d">
    <title id="${id}-t">The descent of ${exercise}: sizes of its steps<#if descent.aboveBase> above the base image</#if>, hanging from the waterline</title>
    <desc id="${id}-d"><#list picture.hulls as h>${h.name} ${h.size}<#sep>, </#sep></#list>.</desc>
    <rect class="descent__sea" x="0" y="30" width="100%" height="${picture.height - 30}"/>
    <#list picture.marks as m><line class="descent__mark" x1="0" x2="100%" y1="${m.y}" y2="${m.y}"/><text class="descent__scale" x="99.5%" y="${m.y - 4}" text-anchor="end">${m.label}</text></#list>
    <#list picture.hulls as h><rect class="descent__hull<#if h?is_last> descent__hull--last</#if>" x="${h.x}%" y="22" width="${h.width}%" height="${h.depth + 8}" rx="6"/><text class="descent__size" x="${h.middle}%" y="${h.depth + 46}" text-anchor="middle">${h.size}</text></#list>
    <line class="descent__line" x1="0" x2="100%" y1="30" y2="30"/>
    <#list picture.hulls as h><text class="descent__no" x="${h.middle}%" y="14" text-anchor="middle">${h.number}</text></#list>
  </svg></div>
  <ol class="descent__steps">
    <#list picture.hulls as h><li><span class="descent__name">${h.name}</span> <strong class="num right">${h.size}</strong> <span class="descent__change num">${h.change}</span><#if h.text?has_content><span class="descent__text">${h.text}</span></#if></li></#list>
  </ol>
  <figcaption>
    <#if caption?has_content><p>${caption}</p></#if>
    <p>${picture.summary}.<#if descent.aboveBase> The base image, the same in each step, is left out.</#if> Measured by this workbook's own build<#if descent.engine?has_content> (engine ${descent.engine}<#if descent.standIns>, base images: offline stand-ins</#if>)</#if>.</p>
    <details class="fold fold--data"><summary>The numbers, with published ones</summary>
    <div class="scroll" tabindex="0" role="group" aria-label="Sizes of the steps"><table class="data"><thead><tr><th scope="col">Step</th><th scope="col" class="right">Size</th><th scope="col" class="right">Bytes</th></tr></thead><tbody>
    <#list picture.hulls as h><tr><td>${h.number}. ${h.name}</td><td class="right num">${h.size}</td><td class="right num">${h.bytes}</td></tr></#list>
    <#list published as h><tr><td>published figure: ${h.name}</td><td class="right num">${h.size}</td><td class="right num">${h.bytes}</td></tr></#list>
    </tbody></table></div></details>
  </figcaption>
</figure>
<#else>
<p class="unmeasured">The sizes of the steps of ${exercise} have not been measured yet.</p>
</#if>
