<!doctype html>
<html>
<head><title>${title?html}</title></head>
<body>
<h1>${title?html}</h1>
<p>${when}, ${stage?html}</p>
<p>Seat <b>${seat}</b> of ${holder?html}</p>
<img alt="${number}" src="data:image/png;base64,${code}"/>
</body>
</html>
