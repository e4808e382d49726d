/** Endings of files that a computer runs, or that run something once they are opened, without asking much. */
const running = new Set(
  'apk app appx bat bin cmd com cpl deb dll dmg docm dotm exe gadget hta htm html img ins iso jar js jse lnk mht mhtml msc msi msix pif pkg potm ppam pptm ps1 py reg rpm scf scr sh shtml sldm svg swf url vb vbe vbs vhd ws wsf xhtml xlam xlsm xltm'.split(' '),
);
const runningTypes = /^(?:text\/html|application\/xhtml|image\/svg|application\/(?:x-ms(?:dos|download|i)|x-executable|java-archive|javascript|x-sh)|text\/javascript)/i;

/** Whether a file can do something to whoever opens it, by its name or by what it calls itself. */
export function canRun({ name, type }: { name: string | null; type: string }): boolean {
  const ending = /\.([a-z0-9]+)[\s.]*$/i.exec(name ?? '')?.[1]?.toLowerCase();
  return (ending !== undefined && running.has(ending)) || runningTypes.test(type);
}
