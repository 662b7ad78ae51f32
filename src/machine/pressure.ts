import type { HostFiles } from './host-files.ts';

/** Share of the last minute, percent, in which something waited for a resource; null where the kernel does not say. */
export interface Pressure {
  memory: number | null;
  cpu: number | null;
  io: number | null;
}

/** Pressure stall information (Documentation/accounting/psi.rst). */
export async function readPressure(files: HostFiles): Promise<Pressure> {
  const minute = async (resource: string): Promise<number | null> => {
    const text = await files.read(`/proc/pressure/${resource}`);
    // some avg10=18.13 avg60=7.78 avg300=3.81 total=2099166963
    const share = /^some .*\bavg60=(?<percent>\d{1,3}(?:\.\d+)?)\b/m.exec(text ?? '');
    return share === null ? null : Number(share.groups?.['percent']);
  };
  const [memory, cpu, io] = await Promise.all([minute('memory'), minute('cpu'), minute('io')]);
  return { memory, cpu, io };
}
