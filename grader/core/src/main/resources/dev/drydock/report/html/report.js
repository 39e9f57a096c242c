// Theme, copy buttons, and folds that open for what is asked of them. Everything is readable without this file.
(function () {
  'use strict';
  var root = document.documentElement;
  root.classList.replace('no-js', 'js');
  var stored = null;
  try { stored = localStorage.getItem('drydock-theme'); } catch (e) { /* no storage: follow the system */ }
  if (stored === 'light' || stored === 'dark') root.dataset.theme = stored;

  function dark() {
    return root.dataset.theme ? root.dataset.theme === 'dark'
      : matchMedia('(prefers-color-scheme: dark)').matches;
  }

  function themeButton(button) {
    function say() { button.setAttribute('aria-pressed', String(dark())); }
    button.hidden = false;
    button.setAttribute('aria-label', 'Dark theme');
    say();
    button.addEventListener('click', function () {
      root.dataset.theme = dark() ? 'light' : 'dark';
      try { localStorage.setItem('drydock-theme', root.dataset.theme); } catch (e) { /* this page only */ }
      say();
    });
  }

  // what a reader would type: commands without prompt and output, or the whole text of other listings
  function textOf(listing) {
    var commands = listing.querySelectorAll('.cmd');
    if (!commands.length) return listing.querySelector('code').textContent;
    return Array.prototype.map.call(commands, function (c) { return c.textContent; }).join('\n') + '\n';
  }

  function copyText(text) {
    if (navigator.clipboard && isSecureContext) return navigator.clipboard.writeText(text);
    var area = document.createElement('textarea');
    area.value = text;
    area.className = 'visually-hidden';
    document.body.appendChild(area);
    area.select();
    var done = document.execCommand('copy');
    area.remove();
    return done ? Promise.resolve() : Promise.reject(new Error('copy'));
  }

  function copyButton(listing) {
    var button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = 'Copy';
    button.addEventListener('click', function () {
      copyText(textOf(listing)).then(
        function () { button.textContent = 'Copied'; },
        function () { button.textContent = 'Select and copy by hand'; }
      ).then(function () { setTimeout(function () { button.textContent = 'Copy'; }, 2000); });
    });
    listing.appendChild(button);
  }

  function openFor(hash) {
    var target = hash.length > 1 && document.getElementById(decodeURIComponent(hash.slice(1)));
    for (var at = target; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
    if (target && target.scrollIntoView) target.scrollIntoView();
  }

  document.addEventListener('DOMContentLoaded', function () {
    document.querySelectorAll('[data-theme-toggle]').forEach(themeButton);
    document.querySelectorAll('[data-copy]').forEach(copyButton);
    if (location.hash) openFor(location.hash);
  });
  addEventListener('hashchange', function () { openFor(location.hash); });

  var opened = [];
  addEventListener('beforeprint', function () {
    opened = Array.prototype.slice.call(document.querySelectorAll('details:not([open])'));
    opened.forEach(function (d) { d.open = true; });
  });
  addEventListener('afterprint', function () { opened.forEach(function (d) { d.open = false; }); });
})();
