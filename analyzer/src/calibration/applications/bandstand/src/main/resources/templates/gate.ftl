<h1>${title?html}</h1>
<table>
<#list tickets as t>
<tr class="${t?item_parity}"><td>${t?counter}</td><td>${t.number}</td><td>${t.holder?html?upper_case}</td><td>${t.seat}</td><td>${t.when}</td></tr>
</#list>
</table>
<p>${tickets?size} tickets</p>
