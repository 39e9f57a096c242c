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
<title>${name} · Drydock</title>
<link rel="icon" href="icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="drydock.css">
<script src="drydock.js"></script>
</head>
<body class="report">
<a class="skip" href="#main">Skip to the image</a>
<header class="masthead">
  <div class="masthead__in">
    <p class="brand"><@r.mark/> Drydock</p>
    <@r.themeButton/>
  </div>
</header>
<main id="main" class="page page--report" tabindex="-1">
  <h1>What is in ${name}</h1>
  <@r.imageSection image=image count=1 onTop=""/>
</main>
</body>
</html>
