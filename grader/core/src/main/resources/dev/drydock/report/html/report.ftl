<#import "result.ftl" as r>
<!DOCTYPE html>
<html lang="en" class="no-js">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex, nofollow">
<meta name="color-scheme" content="light dark">
<title>${result.verdict} · ${result.exercise}<#if result.title?has_content> ${result.title}</#if> · Drydock</title>
<link rel="icon" href="icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="drydock.css">
<script src="drydock.js"></script>
</head>
<body class="report">
<a class="skip" href="#main">Skip to the result</a>
<header class="masthead">
  <div class="masthead__in">
    <p class="brand"><@r.mark/> Drydock</p>
    <@r.themeButton/>
  </div>
</header>
<main id="main" class="page page--report" tabindex="-1">
  <h1>${result.exercise}<#if result.title?has_content> · ${result.title}</#if></h1>
  <#if student?has_content><p class="byline">${student}</p></#if>
  <@r.submission result/>
</main>
</body>
</html>
