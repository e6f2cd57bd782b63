import { figuresSchema, words, type Figures } from '@minh-bach/contracts';
import { Operation, Public } from '@minh-bach/http';
import { Controller, Get, type Type } from '@nestjs/common';
import { ServiceRuntime } from '../service/service-runtime.ts';
import { readFigures } from './read-figures.ts';

/** `GET /<service>/figures`: for the gateway, which lets nobody else through and hides small numbers. */
export function figuresController(name: string): Type {
  @Controller(`${name}/figures`)
  class FiguresController {
    constructor(private readonly service: ServiceRuntime) {}

    @Get()
    @Public()
    @Operation({
      summary: words(
        'Số liệu của các tháng đã hết, cho trang công khai',
        'Figures of months that are over, for the public page',
      ),
      answer: figuresSchema,
    })
    figures(): Promise<Figures> {
      return readFigures(this.service);
    }
  }
  return FiguresController;
}
