/** Which folders are no place for a live database, on each system. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  parseLinuxMounts,
  parseMacMounts,
  requireLocalFolder,
  type Surroundings,
  unsafeFolder,
} from '../../db/liveFolder.ts';
import { refusal, tempDir } from './support/databases.ts';

const LINUX_MOUNTS = `/dev/sda2 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
/dev/sdb1 /media/ania/PEN\\040DRIVE vfat rw 0 0
//server/data /mnt/office cifs rw,vers=3.0 0 0
nas:/export /home/ania/nas nfs4 rw 0 0
ania@host:/ /home/ania/far fuse.sshfs rw 0 0
/dev/sdc1 /mnt/ntfs fuseblk rw 0 0
gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0
/dev/mapper/crypt /home/ania/nas/local ext4 rw 0 0
`;
const MAC_MOUNTS = `/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//ania@server._smb._tcp.local/data on /Volumes/data (smbfs, nodev, nosuid, mounted by ania)
/dev/disk4s1 on /Volumes/Stick (with brackets) (msdos, local, nodev)
`;

const around = (change: Partial<Surroundings> & { marks?: Record<string, string[]> } = {}): Surroundings => ({
  platform: 'linux',
  env: {},
  home: '/home/ania',
  mounts: () => parseLinuxMounts(LINUX_MOUNTS),
  namesIn: (folder) => change.marks?.[folder] ?? [],
  ...change,
});
const windows = around({ platform: 'win32', home: 'C:\\Users\\Ania', mounts: () => [] });
const mac = around({ platform: 'darwin', home: '/Users/ania', mounts: () => parseMacMounts(MAC_MOUNTS) });

describe('a folder for the live database', () => {
  it.each([
    ['/home/ania/.config/Revino', around()],
    ['/home/ania/Documents/dropbox-notes', around()],
    ['/mnt/ntfs/Revino', around()],
    ['/media/ania/PEN DRIVE/Revino', around()],
    // A local disk mounted inside a network folder.
    ['/home/ania/nas/local/Revino', around()],
    ['/mnt/office2/Revino', around()],
    ['C:\\Users\\Ania\\AppData\\Roaming\\Revino', windows],
    ['D:\\Revino', windows],
    ['\\\\?\\C:\\Revino', windows],
    ['/Users/ania/Library/Application Support/Revino', mac],
    ['/Volumes/Stick (with brackets)/Revino', mac],
  ])('%s is fine', (folder, where) => {
    expect(unsafeFolder(folder, where)).toBeNull();
  });

  it.each([
    ['/home/ania/Dropbox/Revino', around(), 'Dropbox'],
    ['/home/ania/Dropbox (Firma)/Revino', around(), 'Dropbox'],
    ['/home/ania/Nextcloud/Revino', around(), 'Nextcloud'],
    ['C:\\Users\\Ania\\OneDrive - Salon\\Revino', windows, 'OneDrive'],
    ['C:\\Users\\Ania\\OneDrive\\Dokumenty\\Revino', windows, 'OneDrive'],
    ['C:\\Users\\Ania\\iCloudDrive\\Revino', windows, 'iCloud'],
    ['G:\\Mój dysk\\Revino', windows, 'Google Drive'],
    ['G:\\My Drive\\Revino', windows, 'Google Drive'],
    ['/Users/ania/Library/Mobile Documents/com~apple~CloudDocs/Revino', mac, 'iCloud'],
    ['/Users/ania/Library/CloudStorage/Box-Box/Revino', mac, 'CloudStorage'],
  ])('%s is kept in step elsewhere', (folder, where, name) => {
    expect(unsafeFolder(folder, where)).toEqual({ kind: 'synced', name });
  });

  it('a renamed OneDrive folder is known by what OneDrive itself says', () => {
    const env = { OneDrive: 'E:\\Chmura' };
    expect(unsafeFolder('E:\\chmura\\Revino', { ...windows, env })).toEqual({
      kind: 'synced',
      name: 'OneDrive',
    });
    expect(unsafeFolder('E:\\Chmurne\\Revino', { ...windows, env })).toBeNull();
  });

  it.each([
    ['.stfolder', 'Syncthing'],
    ['.sync_1a2b3c.db', 'Nextcloud'],
    ['.dropbox.cache', 'Dropbox'],
    ['.tmp.drivedownload', 'Google Drive'],
  ])('a folder above it with %s is kept in step', (mark, name) => {
    const marks = { '/home/ania/shared': ['x', mark] };
    expect(unsafeFolder('/home/ania/shared/a/Revino', around({ marks }))).toEqual({ kind: 'synced', name });
    // Settings of the programs in the home folder itself say nothing about what lies in it.
    expect(unsafeFolder('/home/ania/Revino', around({ marks: { '/home/ania': [mark] } }))).toBeNull();
  });

  it.each([
    ['/mnt/office/Revino', around(), 'cifs'],
    ['/home/ania/nas/Revino', around(), 'nfs4'],
    ['/home/ania/far', around(), 'fuse.sshfs'],
    ['/run/user/1000/gvfs/smb-share:server=x/Revino', around(), 'fuse.gvfsd-fuse'],
    ['\\\\server\\share\\Revino', windows, 'SMB'],
    ['\\\\?\\UNC\\server\\share\\Revino', windows, 'SMB'],
    ['/Volumes/data/Revino', mac, 'smbfs'],
  ])('%s lies on a network', (folder, where, name) => {
    expect(unsafeFolder(folder, where)).toEqual({ kind: 'network', name });
  });

  it('is refused through a link too, and before it is made', () => {
    const folder = tempDir();
    const synced = join(folder, 'Dropbox');
    mkdirSync(synced);
    symlinkSync(synced, join(folder, 'records'));
    const file = join(folder, 'records', 'to be made', 'shop.revino');
    const error = refusal(() => requireLocalFolder(join(folder, 'records', 'to be made'), file));
    expect([error.code, error.params]).toEqual(['database.syncedFolder', { file, name: 'Dropbox' }]);
  });

  it('on this computer is fine where nothing keeps it in step', () => {
    const folder = tempDir();
    requireLocalFolder(join(folder, 'Revino'), join(folder, 'Revino', 'shop.revino'));
    mkdirSync(join(folder, 'kept'));
    writeFileSync(join(folder, 'kept', '.stfolder'), '');
    expect(refusal(() => requireLocalFolder(join(folder, 'kept'), 'x')).params).toMatchObject({
      name: 'Syncthing',
    });
  });
});
