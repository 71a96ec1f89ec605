// An SVG as PNG, drawn by the browser. The policy lets a page load images from `data:`, and nothing from elsewhere.

/** The picture, `scale` pixels for each of the SVG's own. *Errors*: an `Error` where the browser can't draw it. */
export async function pngOf(svg: string, width: number, height: number, scale = 2): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) =>
        blob === null ? reject(new Error('The picture is too large for this browser.')) : resolve(blob),
      'image/png',
    );
  });
}
