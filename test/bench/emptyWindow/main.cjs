// The least that Electron can show: the baseline of the start bench.
const { app, BrowserWindow } = require('electron');

app.setPath('userData', process.env.REVINO_DATA_DIR);
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800 });
  window.loadURL('data:text/html,<title>empty</title><input aria-label="empty">');
});
