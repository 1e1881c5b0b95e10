import { px, type Point } from './geometry';

const RADIANS = Math.PI / 180;

/** An ellipse with angles as on a clock: degrees clockwise, 0 at the top. */
export class Ellipse {
  constructor(
    readonly x: number,
    readonly y: number,
    readonly rx: number,
    readonly ry: number,
  ) {}

  at(degrees: number, scale = 1): Point {
    const angle = degrees * RADIANS;
    return {
      x: this.x + this.rx * scale * Math.sin(angle),
      y: this.y - this.ry * scale * Math.cos(angle),
    };
  }

  /** Clockwise arc from one angle to another. */
  arc(from: number, to: number): string {
    const start = this.at(from);
    const end = this.at(to);
    const large = to - from > 180 ? 1 : 0;
    return `M${px(start.x)} ${px(start.y)} A${px(this.rx)} ${px(this.ry)} 0 ${large} 1 ${px(end.x)} ${px(end.y)}`;
  }

  /** The angle that lies `distance` pixels along the ellipse from `degrees`; near enough for short distances. */
  along(degrees: number, distance: number): number {
    const angle = degrees * RADIANS;
    const speed = Math.hypot(this.rx * Math.cos(angle), this.ry * Math.sin(angle));
    return degrees + distance / speed / RADIANS;
  }

  /** Unit vector that points straight away from the ellipse. */
  outward(degrees: number): Point {
    const angle = degrees * RADIANS;
    const x = this.ry * Math.sin(angle);
    const y = -this.rx * Math.cos(angle);
    const length = Math.hypot(x, y);
    return { x: x / length, y: y / length };
  }

  /** Direction of clockwise travel, in radians of the screen. */
  direction(degrees: number): number {
    const angle = degrees * RADIANS;
    return Math.atan2(this.ry * Math.sin(angle), this.rx * Math.cos(angle));
  }
}

/** Clockwise degrees from one angle to another, 0 up to 360. */
export function clockwise(from: number, to: number): number {
  return (((to - from) % 360) + 360) % 360;
}
