<#import "result.ftl" as r>
<!DOCTYPE html>
<html lang="en" class="no-js">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex, nofollow">
<meta name="color-scheme" content="light dark">
<title>Feedback for ${student} · Drydock</title>
<style>${style}</style>
</head>
<body class="report">
<a class="skip" href="#main">Skip to the results</a>
<header class="masthead">
  <div class="masthead__in">
    <p class="brand"><@r.mark/> Drydock</p>
  </div>
</header>
<main id="main" class="page page--report" tabindex="-1">
  <h1>Feedback for ${student}</h1>
  <table class="data"><thead><tr><th scope="col">Exercise</th><th scope="col">Verdict</th><th scope="col" class="right">Points</th></tr></thead><tbody>
  <#list parts as p><tr><td><a href="#${p.anchor}">${p.heading}</a></td><td>${p.result.verdict}</td><td class="right num">${p.points}</td></tr></#list>
  </tbody></table>
  <#list parts as p>
  <article aria-labelledby="${p.anchor}">
  <h2 id="${p.anchor}">${p.heading}</h2>
  <#list p.notes as note><p><strong>${note}</strong></p></#list>
  <@r.submission p.result/>
  </article>
  </#list>
</main>
</body>
</html>
