const packed = Uint8Array.from(atob(document.getElementById('dateline-code').textContent), (c) =>
  c.charCodeAt(0),
);
const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
const script = document.createElement('script');
script.type = 'module';
script.textContent = await new Response(unpacked).text();
document.head.append(script);
