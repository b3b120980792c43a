package app.quill.store;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
public interface AuthorMapper {

  @Select("select id, name, country from authors where id = #{id}")
  Author byId(int id);

  @Select("select id, name, country from authors where country = #{country} order by name")
  List<Author> from(String country);

  @Update("update authors set country = #{country} where id = #{id}")
  int move(
      @org.apache.ibatis.annotations.Param("id") int id,
      @org.apache.ibatis.annotations.Param("country") String country);
}
