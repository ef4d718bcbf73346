/**
 * Whether a folder is no place for a live database. A program that keeps a folder in step with other computers copies
 * the database without its log, and two computers then each have half of it; over a network, SQLite's locks and its
 * shared memory do not work as it needs them. Backups may go to such folders: they are written once and whole.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname } from 'node:path';
import { RevinoError } from '../src-shared/contract/errors.ts';

export interface UnsafeFolder {
  readonly kind: 'synced' | 'network';
  /** As its maker calls it, or the type of the file system. */
  readonly name: string;
}

export interface Mount {
  readonly path: string;
  readonly type: string;
}

export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly mounts: () => readonly Mount[];
  /** Names in a folder; none where it cannot be read. */
  readonly namesIn: (folder: string) => readonly string[];
}

/** Folder names that the programs give themselves, on any system, compared without case. */
const SYNCED_NAMES: readonly (readonly [RegExp, string])[] = [
  [/^onedrive(?: - .+)?$/, 'OneDrive'],
  [/^dropbox(?: \(.+\))?$/, 'Dropbox'],
  [/^(?:google ?drive(?: \(.+\))?|googledrive-.+|drivefs)$/, 'Google Drive'],
  [/^(?:my drive|mój dysk|contul meu drive)$/, 'Google Drive'],
  [/^(?:icloud ?drive|com~apple~clouddocs|mobile documents)$/, 'iCloud'],
  [/^nextcloud(?:-.+| \(.+\))?$/, 'Nextcloud'],
  [/^owncloud(?:-.+| \(.+\))?$/, 'ownCloud'],
  [/^pcloud ?drive$/, 'pCloud'],
  [/^mega ?sync(?: downloads)?$/, 'MEGA'],
  [/^yandex\.disk$/, 'Yandex Disk'],
  [/^proton drive$/, 'Proton Drive'],
];

/** What the programs leave inside the folder they keep in step. `~/.dropbox` is not one of them: settings lie there. */
const SYNCED_MARKS: readonly (readonly [RegExp, string])[] = [
  [/^\.dropbox\.cache$/, 'Dropbox'],
  [/^\.stfolder$/, 'Syncthing'],
  [/^\._?sync_[0-9a-f]+\.db$/, 'Nextcloud'],
  [/^\.owncloudsync\.log$/, 'ownCloud'],
  [/^\.tmp\.drive(?:download|upload)$/, 'Google Drive'],
  [/^\.megaignore$/, 'MEGA'],
];

/** As the system names them in its list of mounts. A local disk by FUSE (NTFS, encryption) is none of these. */
const NETWORK_TYPES =
  /^(?:nfs4?|cifs|smb3|smbfs|afpfs|webdav|davfs2?|ncpfs|afs|ceph|glusterfs|lustre|fuse\.(?:sshfs|rclone|davfs2?|gvfsd-fuse|cifs|smbnetfs|curlftpfs|s3fs|gcsfuse|glusterfs|ceph|onedriver|google-drive-ocamlfuse|dropbox))$/;

const ONEDRIVE_VARIABLES = ['OneDrive', 'OneDriveConsumer', 'OneDriveCommercial'];

/** @param folder absolute, with its links resolved */
export const unsafeFolder = (folder: string, around: Surroundings): UnsafeFolder | null => {
  const isWindows = around.platform === 'win32';
  if (isWindows && /^(?:\\\\|\/\/)(?![?.][\\/])|^\\\\\?\\UNC\\/i.test(folder))
    return { kind: 'network', name: 'SMB' };
  return syncedByName(folder, around) ?? syncedByMark(folder, around) ?? onNetworkMount(folder, around);
};

const partsOf = (folder: string, isWindows: boolean): string[] =>
  folder.split(isWindows ? /[\\/]+/ : /\/+/).filter((part) => part !== '');

const syncedByName = (folder: string, { platform, env }: Surroundings): UnsafeFolder | null => {
  const isWindows = platform === 'win32';
  const parts = partsOf(folder, isWindows).map((part) => part.normalize('NFC').toLowerCase());
  for (const part of parts) {
    const known = SYNCED_NAMES.find(([pattern]) => pattern.test(part));
    if (known) return { kind: 'synced', name: known[1] };
  }
  if (
    platform === 'darwin' &&
    parts.some((part, at) => part === 'cloudstorage' && parts[at - 1] === 'library')
  )
    return { kind: 'synced', name: 'CloudStorage' };
  if (!isWindows) return null;
  // The owner may have renamed the folder; OneDrive then tells where it is.
  const isInside = ONEDRIVE_VARIABLES.some((variable) => {
    const root = partsOf(env[variable] ?? '', true).map((part) => part.toLowerCase());
    return root.length > 0 && root.every((part, at) => part === parts[at]);
  });
  return isInside ? { kind: 'synced', name: 'OneDrive' } : null;
};

const syncedByMark = (folder: string, { home, platform, namesIn }: Surroundings): UnsafeFolder | null => {
  const separator = platform === 'win32' ? '\\' : '/';
  let at = folder;
  // The root of a disk has marks of other kinds, and what lies above the home folder is the system's.
  while (at !== home && at.includes(separator) && at.lastIndexOf(separator) > 0) {
    for (const name of namesIn(at)) {
      const known = SYNCED_MARKS.find(([pattern]) => pattern.test(name));
      if (known) return { kind: 'synced', name: known[1] };
    }
    at = at.slice(0, at.lastIndexOf(separator));
  }
  return null;
};

const onNetworkMount = (folder: string, { platform, mounts }: Surroundings): UnsafeFolder | null => {
  if (platform === 'win32') return null;
  const holding = mounts()
    .filter(({ path }) => path === '/' || folder === path || folder.startsWith(`${path}/`))
    // Of two mounts on one path the later one covers the other.
    .reduce<Mount | null>(
      (best, mount) => (best && best.path.length > mount.path.length ? best : mount),
      null,
    );
  return holding && NETWORK_TYPES.test(holding.type) ? { kind: 'network', name: holding.type } : null;
};

/** Of /proc/self/mounts: device, path, type; blanks in a path are octal escapes. */
export const parseLinuxMounts = (text: string): Mount[] =>
  text.split('\n').flatMap((line) => {
    const [, path, type] = line.split(' ');
    if (path === undefined || type === undefined) return [];
    const unescaped = path.replaceAll(/\\([0-7]{3})/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 8)),
    );
    return [{ path: unescaped, type }];
  });

/** Of macOS's `mount`: `//ania@server/data on /Volumes/data (smbfs, nodev, nosuid)`. */
export const parseMacMounts = (text: string): Mount[] =>
  text.split('\n').flatMap((line) => {
    const found = / on (\/.*) \(([a-z0-9]+)[,)]/.exec(line);
    return found ? [{ path: found[1]!, type: found[2]! }] : [];
  });

const mountsHere = (): Mount[] => {
  try {
    if (process.platform === 'linux') return parseLinuxMounts(readFileSync('/proc/self/mounts', 'utf8'));
    if (process.platform === 'darwin')
      return parseMacMounts(execFileSync('/sbin/mount', { encoding: 'utf8' }));
  } catch (error) {
    // A system that does not tell its mounts is no reason to refuse a shop.
    console.error('The list of mounts cannot be read:', error);
  }
  return [];
};

const namesHere = (folder: string): string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

/** With links and mapped drives resolved; of a folder to be made, the part that is there already. */
const realFolder = (folder: string): string => {
  try {
    return realpathSync.native(folder);
  } catch {
    const parent = dirname(folder);
    return parent === folder ? folder : realFolder(parent);
  }
};

/** @throws RevinoError `database.syncedFolder` */
export const requireLocalFolder = (folder: string, file: string): void => {
  const unsafe = unsafeFolder(realFolder(folder), {
    platform: process.platform,
    env: process.env,
    home: homedir(),
    mounts: mountsHere,
    namesIn: namesHere,
  });
  if (unsafe) throw new RevinoError('database.syncedFolder', { file, name: unsafe.name });
};
